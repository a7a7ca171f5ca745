from django.template import Context, Template
from django.utils.translation import override

from cms.publishing.schemas import ImageLink


def image(**facts):
    return ImageLink.model_validate(
        {
            "id": 1,
            "title": "Hall",
            "alt": "An empty hall",
            "alt_language": None,
            "credit": "",
            "url": "/hall.png",
            "width": 1600,
            "height": 900,
            "size": 21_021,
            "media_type": "image/png",
            "focal_point": None,
            "renditions": [],
            "sources": [
                {"media_type": "image/avif", "srcset": "/320.avif 320w"},
                {"media_type": "image/webp", "srcset": "/320.webp 320w"},
            ],
            "card": None,
            **facts,
        }
    )


def render(picture, arguments=""):
    template = Template(f"{{% load pictures %}}{{% picture image {arguments} %}}")
    return template.render(Context({"image": picture}))


class PictureTests:
    def test_offers_the_smaller_format_first_and_the_original_behind(self):
        html = render(image(), "'50vw'")

        assert (
            '<source type="image/avif" srcset="/320.avif 320w" sizes="50vw">'
            '<source type="image/webp" srcset="/320.webp 320w" sizes="50vw">'
        ) in html
        assert '<img src="/hall.png"' in html

    def test_says_its_size_so_that_the_page_does_not_jump(self):
        html = render(image())

        assert 'width="1600"' in html
        assert 'height="900"' in html

    def test_numbers_are_html_whatever_the_language(self):
        with override("es"):
            html = render(image())

        assert 'width="1600"' in html

    def test_words_in_another_language_say_so(self):
        assert "lang=" not in render(image())
        for language, lang in (("es", 'alt="An empty hall" lang="en"'), ("en", "hall")):
            with override(language):
                assert lang in render(image(alt_language="en"))
        assert "lang=" not in render(image(alt_language="en"))

    def test_waits_until_it_is_scrolled_to_unless_it_is_seen_first(self):
        assert 'loading="lazy"' in render(image())
        assert 'loading="eager"' in render(image(), "'100vw' True")

    def test_alternative_text_is_escaped(self):
        assert 'alt="&lt;b&gt; &amp; &quot;c&quot;"' in render(image(alt='<b> & "c"'))

    def test_decorative_image_has_an_empty_alternative_text(self):
        assert 'alt=""' in render(image(alt=""))

    def test_image_without_other_sizes_is_shown_as_it_is(self):
        html = render(image(sources=[]))

        assert "srcset" not in html
        assert 'src="/hall.png"' in html
