"""What a file's facts say of its accessibility, in words.

A program can tell what is missing; that nothing is, only a person can.
"""

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from typing import Protocol
