from django.core.paginator import Paginator

from cms.templatetags.pagination import page_numbers


class PageNumbersTests:
    def test_offers_the_ends_and_the_neighbors(self):
        page = Paginator(range(100), 5).page(10)

        numbers = [str(number) for number in page_numbers(page)]

        assert numbers == ["1", "…", "9", "10", "11", "…", "20"]

    def test_offers_all_of_a_few(self):
        page = Paginator(range(15), 5).page(1)

        assert list(page_numbers(page)) == [1, 2, 3]
