-- The search index on SQLite, written by triggers in the transaction that writes the log.
-- Run after each migration, for Django copies a table that it changes, without triggers.
-- The texts stay where they are: of a row that changes, the index is told the old words.

-- Words without accents and English endings.
CREATE VIRTUAL TABLE IF NOT EXISTS search_index USING fts5(
    title, summary, search_text,
    content='publishing_publication', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE IF NOT EXISTS search_pages USING fts5(
    text, content='publishing_pagetext', content_rowid='id',
    tokenize='porter unicode61 remove_diacritics 2'
);
-- Words as they are written: to complete what is typed, and to mend what is mistyped.
CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(
    title, summary, search_text,
    content='publishing_publication', content_rowid='id',
    tokenize='unicode61 remove_diacritics 2', prefix='2 3'
);
CREATE VIRTUAL TABLE IF NOT EXISTS search_vocabulary USING fts5vocab(search_words, row);

CREATE TRIGGER IF NOT EXISTS search_publication_added
AFTER INSERT ON publishing_publication
WHEN NEW.listed AND NEW.resource IN ('pages', 'documents') BEGIN
    INSERT INTO search_index(rowid, title, summary, search_text)
    VALUES (NEW.id, NEW.title, NEW.summary, NEW.search_text);
    INSERT INTO search_words(rowid, title, summary, search_text)
    VALUES (NEW.id, NEW.title, NEW.summary, NEW.search_text);
END;

CREATE TRIGGER IF NOT EXISTS search_publication_changed
AFTER UPDATE ON publishing_publication
WHEN OLD.listed AND NEW.listed AND NEW.resource IN ('pages', 'documents') AND (
    OLD.title IS NOT NEW.title OR OLD.summary IS NOT NEW.summary
    OR OLD.search_text IS NOT NEW.search_text
) BEGIN
    INSERT INTO search_index(search_index, rowid, title, summary, search_text)
    VALUES ('delete', OLD.id, OLD.title, OLD.summary, OLD.search_text);
    INSERT INTO search_words(search_words, rowid, title, summary, search_text)
    VALUES ('delete', OLD.id, OLD.title, OLD.summary, OLD.search_text);
    INSERT INTO search_index(rowid, title, summary, search_text)
    VALUES (NEW.id, NEW.title, NEW.summary, NEW.search_text);
    INSERT INTO search_words(rowid, title, summary, search_text)
    VALUES (NEW.id, NEW.title, NEW.summary, NEW.search_text);
END;

CREATE TRIGGER IF NOT EXISTS search_publication_came
AFTER UPDATE ON publishing_publication
WHEN NEW.listed AND NOT OLD.listed AND NEW.resource IN ('pages', 'documents') BEGIN
    INSERT INTO search_index(rowid, title, summary, search_text)
    VALUES (NEW.id, NEW.title, NEW.summary, NEW.search_text);
    INSERT INTO search_words(rowid, title, summary, search_text)
    VALUES (NEW.id, NEW.title, NEW.summary, NEW.search_text);
END;

CREATE TRIGGER IF NOT EXISTS search_publication_left
AFTER UPDATE ON publishing_publication
WHEN OLD.listed AND NOT NEW.listed AND NEW.resource IN ('pages', 'documents') BEGIN
    INSERT INTO search_index(search_index, rowid, title, summary, search_text)
    VALUES ('delete', OLD.id, OLD.title, OLD.summary, OLD.search_text);
    INSERT INTO search_words(search_words, rowid, title, summary, search_text)
    VALUES ('delete', OLD.id, OLD.title, OLD.summary, OLD.search_text);
END;

CREATE TRIGGER IF NOT EXISTS search_publication_removed
AFTER DELETE ON publishing_publication
WHEN OLD.listed AND OLD.resource IN ('pages', 'documents') BEGIN
    INSERT INTO search_index(search_index, rowid, title, summary, search_text)
    VALUES ('delete', OLD.id, OLD.title, OLD.summary, OLD.search_text);
    INSERT INTO search_words(search_words, rowid, title, summary, search_text)
    VALUES ('delete', OLD.id, OLD.title, OLD.summary, OLD.search_text);
END;

CREATE TRIGGER IF NOT EXISTS search_text_added AFTER INSERT ON publishing_pagetext BEGIN
    INSERT INTO search_pages(rowid, text) VALUES (NEW.id, NEW.text);
END;

CREATE TRIGGER IF NOT EXISTS search_text_removed AFTER DELETE ON publishing_pagetext BEGIN
    INSERT INTO search_pages(search_pages, rowid, text)
    VALUES ('delete', OLD.id, OLD.text);
END;
