-- The search index on PostgreSQL, written by triggers in the transaction that writes the
-- log. Run after each migration; whatever is there already stays as it is.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Words of a language without accents and endings; without stop words for any other.
DO $$
DECLARE
    name text;
    parent text;
    stemmer text;
BEGIN
    FOR name, parent, stemmer IN VALUES
        ('search_en', 'english', 'english_stem'),
        ('search_es', 'spanish', 'spanish_stem'),
        ('search_plain', 'simple', 'simple')
    LOOP
        IF NOT EXISTS (SELECT 1 FROM pg_ts_config WHERE cfgname = name) THEN
            EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = %I)', name, parent);
            EXECUTE format(
                'ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING FOR '
                'asciiword, word, numword, asciihword, hword, numhword, hword_asciipart, '
                'hword_part, hword_numpart WITH unaccent, %I', name, stemmer
            );
        END IF;
    END LOOP;
END $$;

-- One row for each publication that the search may show.
CREATE TABLE IF NOT EXISTS search_entry (
    publication_id bigint PRIMARY KEY,
    resource text NOT NULL,
    type text NOT NULL,
    locale text NOT NULL,
    dated_at timestamptz NOT NULL,
    -- Begins with what a reader types: small letters without accents and signs.
    title text NOT NULL,
    title_vector tsvector NOT NULL,
    -- Title (A) and summary (B): small enough to rank many by.
    head_vector tsvector NOT NULL,
    -- All of it, with the text (C) and that of the file (D).
    vector tsvector NOT NULL,
    -- Does the file have more words than a vector knows the places of? It knows 16,383,
    -- and 255 of one word. Words are found all the same, phrases in the passages.
    is_long boolean NOT NULL
    -- Vectors up to this size stay in their rows: hundreds are read for a question, and
    -- each that is kept apart takes as long as two that are not.
) WITH (toast_tuple_target = 8160);
COMMENT ON TABLE search_entry IS 'Form 3';
CREATE INDEX IF NOT EXISTS search_entry_vector ON search_entry USING gin (vector)
    WITH (fastupdate = off);
CREATE INDEX IF NOT EXISTS search_entry_head ON search_entry USING gin (head_vector)
    WITH (fastupdate = off);
CREATE INDEX IF NOT EXISTS search_entry_words ON search_entry USING gin (title_vector)
    WITH (fastupdate = off);
CREATE INDEX IF NOT EXISTS search_entry_title
    ON search_entry (title text_pattern_ops, dated_at DESC);
CREATE INDEX IF NOT EXISTS search_entry_newest
    ON search_entry (dated_at DESC, publication_id);

-- One row for each page of the text of a file; of a long one, for each part of it.
CREATE TABLE IF NOT EXISTS search_passage (
    page_text_id bigint NOT NULL,
    part integer NOT NULL,
    publication_id bigint NOT NULL,
    number integer NOT NULL,
    vector tsvector NOT NULL,
    PRIMARY KEY (page_text_id, part)
);
CREATE INDEX IF NOT EXISTS search_passage_publication
    ON search_passage (publication_id, number, part);
CREATE INDEX IF NOT EXISTS search_passage_vector ON search_passage USING gin (vector)
    WITH (fastupdate = off);

-- Words that were published at some time, to mend what is mistyped by. A word is shown
-- only when something is found by it.
CREATE TABLE IF NOT EXISTS search_word (word text PRIMARY KEY);
CREATE INDEX IF NOT EXISTS search_word_similar
    ON search_word USING gin (word gin_trgm_ops);

CREATE OR REPLACE AGGREGATE search_joined(tsvector) (
    SFUNC = tsvector_concat, STYPE = tsvector, INITCOND = ''
);

CREATE OR REPLACE FUNCTION search_config(locale text) RETURNS regconfig
LANGUAGE sql STABLE AS $$
    SELECT (CASE WHEN locale LIKE 'es%' THEN 'search_es'
                 WHEN locale LIKE 'en%' THEN 'search_en'
                 ELSE 'search_plain' END)::regconfig
$$;

-- Signs part words: “1810-0662” are two numbers, and “Q&As.pdf” are three words.
CREATE OR REPLACE FUNCTION search_words(value text) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT regexp_replace(value, '[^[:alnum:]]+', ' ', 'g')
$$;

CREATE OR REPLACE FUNCTION search_plain(value text) RETURNS text
LANGUAGE sql STABLE AS $$
    SELECT btrim(lower(unaccent(search_words(value))))
$$;

-- Parts of a text, so short that a vector knows the place of each word, and each with the
-- beginning of the next: a phrase stands whole in one.
CREATE OR REPLACE FUNCTION search_parts(value text)
RETURNS TABLE (part integer, text text) LANGUAGE sql IMMUTABLE AS $$
    SELECT part, substr(value, 1 + part * 30000, 30200)
    FROM generate_series(0, greatest(0, length(value) - 1) / 30000) part
$$;

-- Write the passages of a page of a file.
CREATE OR REPLACE FUNCTION search_pass(page publishing_pagetext, config regconfig)
RETURNS void LANGUAGE sql AS $$
    INSERT INTO search_passage
    SELECT page.id, part, page.publication_id, page.number,
        to_tsvector(config, search_words(parts.text))
    FROM search_parts(page.text) parts
    ON CONFLICT (page_text_id, part) DO UPDATE SET vector = excluded.vector
$$;

-- Tell whether a vector does not know the places of all its words.
CREATE OR REPLACE FUNCTION search_is_full(value tsvector) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM unnest(value)
        WHERE cardinality(positions) >= 255 OR 16383 = ANY (positions)
    )
$$;

-- The words of a file without their places, as many as a vector has room for beside the
-- rest: numbers last.
CREATE OR REPLACE FUNCTION search_words_of_file(log_id bigint) RETURNS tsvector
LANGUAGE sql STABLE AS $$
    SELECT array_to_tsvector(coalesce(array_agg(word), '{}')) FROM (
        SELECT word, sum(octet_length(word)) OVER (ORDER BY word ~ '[0-9]', word) AS room
        FROM (
            SELECT DISTINCT unnest(tsvector_to_array(vector)) AS word
            FROM search_passage WHERE publication_id = log_id
        ) words
    ) ordered WHERE room < 700000
$$;

CREATE OR REPLACE FUNCTION search_refresh(log publishing_publication) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    config regconfig := search_config(log.locale);
    head tsvector := setweight(to_tsvector(config, search_words(log.title)), 'A')
        || setweight(to_tsvector(config, search_words(log.summary)), 'B');
    body tsvector := head
        || setweight(to_tsvector(config, search_words(log.search_text)), 'C');
    whole tsvector := body;
    is_full boolean := false;
BEGIN
    IF log.text_etag <> '' THEN
        BEGIN
            SELECT body || setweight(search_joined(passage.vector ORDER BY number, part), 'D')
            INTO STRICT whole
            FROM search_passage passage WHERE publication_id = log.id;
            is_full := whole IS NOT NULL AND search_is_full(whole);
        EXCEPTION WHEN program_limit_exceeded THEN
            whole := body || search_words_of_file(log.id);
            is_full := true;
        END;
    END IF;
    INSERT INTO search_entry VALUES (
        log.id, log.resource, log.type, log.locale, log.dated_at, search_plain(log.title),
        to_tsvector('search_plain', search_words(log.title)), head,
        coalesce(whole, body), is_full
    )
    ON CONFLICT (publication_id) DO UPDATE SET
        resource = excluded.resource, type = excluded.type, locale = excluded.locale,
        dated_at = excluded.dated_at, title = excluded.title,
        title_vector = excluded.title_vector, head_vector = excluded.head_vector,
        vector = excluded.vector, is_long = excluded.is_long;
    INSERT INTO search_word
    SELECT lexeme FROM unnest(tsvector_to_array(to_tsvector(
        'search_plain', search_words(log.title || ' ' || log.search_text)
    ))) lexeme
    WHERE length(lexeme) BETWEEN 4 AND 40 AND lexeme !~ '[0-9]'
    ON CONFLICT DO NOTHING;
END $$;

CREATE OR REPLACE FUNCTION search_publication_written() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    IF NEW.listed AND NEW.resource IN ('pages', 'documents') THEN
        IF TG_OP = 'UPDATE' AND OLD.locale <> NEW.locale THEN
            PERFORM search_pass(page, search_config(NEW.locale))
            FROM publishing_pagetext page WHERE page.publication_id = NEW.id;
        END IF;
        PERFORM search_refresh(NEW);
    ELSE
        DELETE FROM search_entry WHERE publication_id = NEW.id;
    END IF;
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_publication_deleted() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_entry WHERE publication_id = OLD.id;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER search_publication_added
AFTER INSERT ON publishing_publication FOR EACH ROW
EXECUTE FUNCTION search_publication_written();

CREATE OR REPLACE TRIGGER search_publication_changed
AFTER UPDATE ON publishing_publication FOR EACH ROW
WHEN ((OLD.listed, OLD.title, OLD.summary, OLD.search_text, OLD.locale, OLD.dated_at)
    IS DISTINCT FROM
    (NEW.listed, NEW.title, NEW.summary, NEW.search_text, NEW.locale, NEW.dated_at))
EXECUTE FUNCTION search_publication_written();

CREATE OR REPLACE TRIGGER search_publication_removed
AFTER DELETE ON publishing_publication FOR EACH ROW
EXECUTE FUNCTION search_publication_deleted();

CREATE OR REPLACE FUNCTION search_texts_added() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_pass(page, search_config(log.locale))
    FROM publishing_pagetext page
    JOIN publishing_publication log ON log.id = page.publication_id
    WHERE page.id IN (SELECT id FROM added);
    PERFORM search_refresh(log) FROM publishing_publication log
    WHERE log.listed AND log.id IN (SELECT publication_id FROM added);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION search_texts_removed() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_passage WHERE page_text_id IN (SELECT id FROM removed);
    PERFORM search_refresh(log) FROM publishing_publication log
    WHERE log.listed AND log.id IN (SELECT publication_id FROM removed);
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER search_texts_added
AFTER INSERT ON publishing_pagetext REFERENCING NEW TABLE AS added
FOR EACH STATEMENT EXECUTE FUNCTION search_texts_added();

CREATE OR REPLACE TRIGGER search_texts_removed
AFTER DELETE ON publishing_pagetext REFERENCING OLD TABLE AS removed
FOR EACH STATEMENT EXECUTE FUNCTION search_texts_removed();

CREATE OR REPLACE FUNCTION search_emptied() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
    TRUNCATE search_entry, search_passage, search_word;
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER search_emptied
AFTER TRUNCATE ON publishing_publication
FOR EACH STATEMENT EXECUTE FUNCTION search_emptied();
