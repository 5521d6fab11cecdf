package main

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/som-hub/vitryna/generator"
	"github.com/som-hub/vitryna/layouts"
)

// chapter tells where in the author's guide something is explained. The guide is Ukrainian, so in English its chapter is not called by its title.
func (p *program) chapter(name string) string {
	address := generator.GuideID + "/" + name
	if p.lang == "en" {
		return fmt.Sprintf(p.say("chapter"), address)
	}
	return fmt.Sprintf(p.say("chapter"), address, chapterTitle(name))
}

// chapterTitle is the title of a chapter of the guide; its name where there is none.
func chapterTitle(name string) string {
	files, _ := fs.Glob(layouts.FS, "guide/[0-9]*-"+name+".md")
	for _, file := range files {
		data, _ := fs.ReadFile(layouts.FS, file)
		for line := range strings.Lines(string(data)) {
			if title, ok := strings.CutPrefix(line, "Назва: "); ok && strings.TrimSuffix(path.Base(file)[3:], ".md") == name {
				return strings.TrimSpace(title)
			}
		}
	}
	return name
}
