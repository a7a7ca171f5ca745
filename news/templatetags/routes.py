"""`{% load routes %}`: the way of a family on a map."""

from django import template

from news import route_map

register = template.Library()

register.filter("route_map", route_map.route_map)
