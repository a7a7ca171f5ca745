/* The text editor's button that marks a word as a term of the glossary. */
(function () {
  "use strict";

  const { DocumentModalWorkflowSource, TooltipEntity, registerPlugin } = window.draftail;

  // Wagtail's dialog for links to documents, which chooses a term instead.
  class TermSource extends DocumentModalWorkflowSource {
    getChooserConfig() {
      return {
        url: this.props.entityType.chooserUrls.termChooser,
        urlParams: {},
        onload: window.CHOOSER_MODAL_ONLOAD_HANDLERS,
        responses: { chosen: this.onChosen },
      };
    }

    // Without a selection, the name of the term is what is written.
    onChosen(data) {
      super.onChosen({ ...data, title: data.string });
    }

    filterEntityData(data) {
      return { id: data.id, name: data.string };
    }
  }

  function Term(props) {
    const data = props.contentState.getEntity(props.entityKey).getData();
    return window.React.createElement(TooltipEntity, {
      ...props,
      icon: "help",
      label: data.meaning || data.name || "This term was deleted.",
    });
  }

  registerPlugin({ type: "TERM", source: TermSource, decorator: Term }, "entityTypes");
})();
