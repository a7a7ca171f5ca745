"""What a page does beside what it shows: its console and the hosts it asks."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, Error, Page, Request


class Watch:
    """Listens to a window from now on."""

    def __init__(self, page: Page) -> None:
        self.console: list[str] = []
        self.hosts: set[str] = set()
        page.on("console", self.note_message)
        page.on("pageerror", self.note_error)
        page.on("request", self.note_request)

    def note_message(self, message: ConsoleMessage) -> None:
        self.console.append(f"{message.type}: {message.text}")

    def note_error(self, error: Error) -> None:
        self.console.append(str(error))

    def note_request(self, request: Request) -> None:
        """Note where it goes; a `data:` address goes nowhere."""
        if host := urlsplit(request.url).netloc:
            self.hosts.add(host)


def host_of(page: Page) -> str:
    return urlsplit(page.url).netloc
