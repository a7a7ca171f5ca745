"""Wagtail's editor, as a person uses it: by what stands on its buttons."""

from dataclasses import dataclass

from playwright.sync_api import FilePayload, Locator, Page, expect


@dataclass
class Admin:
    """The editor in one window; who uses it signs in first."""

    page: Page

    def sign_in(self, username: str, password: str) -> None:
        self.page.goto("/admin/")
        self.page.locator("#id_username").fill(username)
        self.page.locator("#id_password").fill(password)
        self.page.get_by_role("button", name="Sign in").click()

    def field(self, name: str) -> Locator:
        """Return the input of a field of the page that is being edited."""
        return self.page.locator(f"#id_{name}")

    @property
    def dialog(self) -> Locator:
        return self.page.locator(".modal-dialog")

    def upload(self, file: FilePayload, **values: str) -> None:
        """Upload a file in the dialog that chooses one; the values are by label."""
        self.dialog.get_by_role("tab", name="Upload").click()
        self.dialog.locator("[type=file]").set_input_files(file)
        # Wagtail makes the title from the name of the file, a moment later.
        expect(self.dialog.get_by_label("Title")).not_to_have_value("")
        for label, value in values.items():
            field = self.dialog.get_by_label(label)
            if field.evaluate("field => field.tagName") == "SELECT":
                field.select_option(label=value)
            else:
                field.fill(value)
        self.dialog.get_by_role("button", name="Upload").click()
        expect(self.dialog).to_have_count(0)

    def choose_image(self, file: FilePayload, **values: str) -> None:
        self.page.get_by_role("button", name="Choose an image").first.click()
        self.upload(file, **values)

    def attach(self, file: FilePayload, **values: str) -> None:
        self.page.get_by_role("button", name="Add Document").click()
        self.page.get_by_role("button", name="Choose a document").last.click()
        self.upload(file, **values)

    def do(self, action: str) -> None:
        """Choose what the menu at the end of the page offers."""
        self.page.get_by_role("button", name="More actions").click()
        self.page.get_by_role("button", name=action).click()

    @property
    def messages(self) -> Locator:
        return self.page.locator(".messages")
