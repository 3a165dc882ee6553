<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/"
  exclude-result-prefixes="atom media">
  <xsl:output method="html" encoding="UTF-8" indent="yes" doctype-system="about:legacy-compat"/>

  <xsl:template match="/">
    <html lang="{/rss/channel/language | /atom:feed/@xml:lang}">
      <head>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title><xsl:value-of select="/rss/channel/title | /atom:feed/atom:title"/></title>
        <link rel="stylesheet">
          <xsl:attribute name="href">
            <xsl:value-of select="substring-before(substring-after(/processing-instruction('xml-stylesheet')[contains(., 'text/css')], 'href=&quot;'), '&quot;')"/>
          </xsl:attribute>
        </link>
      </head>
      <body dir="auto">
        <xsl:apply-templates select="/rss/channel | /atom:feed"/>
      </body>
    </html>
  </xsl:template>

  <xsl:template match="channel">
    <header>
      <h1><a href="{link}"><xsl:value-of select="title"/></a></h1>
      <p><xsl:value-of select="description"/></p>
      <p class="address"><code><xsl:value-of select="atom:link[@rel='self']/@href"/></code></p>
    </header>
    <main>
      <xsl:for-each select="item">
        <article>
          <h2><a dir="auto" href="{link}"><xsl:value-of select="title"/></a></h2>
          <p><xsl:value-of select="substring(pubDate, 6, 11)"/></p>
        </article>
      </xsl:for-each>
    </main>
  </xsl:template>

  <xsl:template match="atom:feed">
    <header>
      <h1><a href="{atom:link[@rel='alternate']/@href}"><xsl:value-of select="atom:title"/></a></h1>
      <p><xsl:value-of select="atom:subtitle"/></p>
      <p class="address"><code><xsl:value-of select="atom:link[@rel='self']/@href"/></code></p>
    </header>
    <main>
      <xsl:for-each select="atom:entry">
        <article>
          <h2><a dir="auto" href="{atom:link[@rel='alternate']/@href}"><xsl:value-of select="atom:title"/></a></h2>
          <p><time datetime="{atom:published}"><xsl:value-of select="substring(atom:published, 1, 10)"/></time></p>
        </article>
      </xsl:for-each>
    </main>
  </xsl:template>
</xsl:stylesheet>
