"""What is asked of the server, word for word."""

from search.index import MARKS, Question
from search.language import parse
from search.opensearch import mapping, queries
from search.opensearch.queries import FIELDS, ON_PAGE


class RequestTests:
    def test_a_question(self):
        question = Question(
            parse('"policy questions" forum OR webinar -draft'),
            "es",
            {"topic": ["policy"], "language": ["es"]},
        )

        body = queries.matching(question)

        assert body["size"] == 301
        boosting = body["query"]["boosting"]
        assert boosting["negative"] == {"term": {"facets.status": "superseded"}}
        fit = boosting["positive"]["bool"]
        assert fit["must"] == [
            {
                "bool": {
                    "must": [
                        phrase("policy questions"),
                        {"bool": {"should": [phrase("forum"), phrase("webinar")]}},
                    ],
                    "must_not": [phrase("draft")],
                }
            }
        ]
        assert fit["filter"] == [
            {
                "bool": {
                    "should": [
                        {"term": {"resource": "documents"}},
                        {"term": {"locale": "es"}},
                    ]
                }
            },
            {"terms": {"facets.topic": ["policy"]}},
            {"terms": {"locale": ["es"]}},
        ]
        assert body["sort"][0] == "_score"

    def test_a_year_is_one_by_the_sites_clocks(self):
        question = Question(parse("forum"), "en", {"year": ["2017"]})

        (_language, years) = queries.filters_of(question)

        (year,) = years["bool"]["should"]
        assert year["range"]["dated_at"] == {
            "gte": "2017-01-01T00:00:00-05:00",
            "lt": "2018-01-01T00:00:00-05:00",
        }

    def test_pages_of_files_are_looked_at_each_by_itself(self):
        body = queries.passages(parse("sugar beets"), [7], 3)

        ids, nested = body["query"]["bool"]["filter"]
        assert ids == {"ids": {"values": ["7"]}}
        assert nested["nested"]["query"]["bool"]["must"] == [
            phrase("sugar", ON_PAGE),
            phrase("beets", ON_PAGE),
        ]
        inner = nested["nested"]["inner_hits"]
        assert inner["size"] == 3
        assert inner["highlight"]["pre_tags"] == [MARKS[0]]

    def test_each_field_that_is_asked_for_is_in_the_index(self):
        properties = mapping.INDEX["mappings"]["properties"]
        for field in FIELDS:
            at = properties
            for name in field.partition("^")[0].split("."):
                at = at[name].get("properties", at[name])
            assert at["type"] == "text", field

    def test_what_a_visitor_types_is_text_and_no_query(self):
        for text in ('{"match_all": {}}', "title:*", "*:*", "/a.*/"):
            words = str(queries.wanted(parse(text), FIELDS))
            assert "match_all':" not in words
            assert "*" not in words


def phrase(words: str, fields=FIELDS):
    return {"multi_match": {"query": words, "type": "phrase", "fields": fields}}
