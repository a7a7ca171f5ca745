"""`{% load charts %}`: statistics grouped for tables and charts."""

from django import template

from cms import charts

register = template.Library()

register.filter("by_measure", charts.by_measure)
register.filter("origins", charts.origins)
register.filter("sources", charts.sources)
