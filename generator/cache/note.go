package cache

// Noted returns what [Cache.Note] noted last under a name. Unlike a result it may be out of date: whoever notes says in it what it is of.
func (c *Cache) Noted(name Key) (string, bool) {
	if c == nil {
		return "", false
	}
	data, ok := c.read(name)
	return string(data), ok
}

// Note notes something under a name, in place of what was noted before.
func (c *Cache) Note(name Key, data []byte) {
	if c != nil {
		c.write(c.file(name), []byte(magic), seal(name, data), data) //nolint:errcheck // then the next build makes it again
	}
}
