"""What visitors look for, counted without anything about them."""

from django.db import models


class SearchedWords(models.Model):
    """A query and how often it was asked in a month; nothing tells by whom."""

    month = models.DateField(help_text="The first day of the month.")
    words = models.CharField(max_length=200)
    locale = models.CharField(max_length=20)
    times = models.PositiveIntegerField(default=0)
    found_nothing = models.BooleanField(default=False)

    class Meta:
        verbose_name = "searched words"
        verbose_name_plural = "searched words"
        constraints = [
            models.UniqueConstraint(
                fields=["month", "words", "locale"], name="searched_words_month"
            )
        ]

    def __str__(self) -> str:
        return f"{self.words} ({self.month:%Y-%m})"
