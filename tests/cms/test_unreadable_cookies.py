"""A cookie that cannot be looked up is no cookie."""

from django.test import TestCase


class UnreadableCookieTests(TestCase):
    def test_a_session_with_a_nul_character_is_nobody_s(self):
        cookie = 'sessionid="aaaaaaaaaaa\\000bbbb"'

        response = self.client.get("/media/a.png", headers={"cookie": cookie})

        assert response.status_code == 404
