"""What search engines are told of the glossary: the terms, each at its place."""

from cms.api.schemas import GlossaryDetail
from cms.publishing.schemas import TermLink

from .described import DescribedPage
from .registry import describes
from .things import Thing, reference, thing


@describes(GlossaryDetail)
class DescribedGlossary(DescribedPage):
    content: GlossaryDetail

    def about(self) -> Thing:
        return thing(
            "DefinedTermSet",
            id=self.about_id,
            name=self.title,
            description=self.description,
            url=self.url,
            mainEntityOfPage=reference(self.url),
            inLanguage=self.language,
            publisher=self.publisher,
            hasDefinedTerm=[self.term(each) for each in self.content.entries],
        )

    def term(self, term: TermLink) -> Thing:
        place = f"{self.url}#{term.slug}"
        return thing(
            "DefinedTerm",
            id=place,
            url=place,
            name=term.name,
            alternateName=term.expansion,
            description=term.definition,
            inDefinedTermSet=reference(self.about_id),
        )
