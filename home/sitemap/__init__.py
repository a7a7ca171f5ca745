"""All that search engines should read, with when it changed: sitemap.xml.

The protocol is https://www.sitemaps.org/protocol.html; the languages of a page stand
beside each other as https://developers.google.com/search/docs/specialty/international
says. All of it is read from the publication log.
"""
