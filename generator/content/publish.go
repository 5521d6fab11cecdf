package content

import "github.com/som-hub/vitryna/generator/site"

// publishTargets reads the field publish.
func publishTargets(doc *site.Doc) []site.PublishTarget {
	v, _ := doc.Value("publish")
	var list []site.PublishTarget
	for _, t := range v.Items {
		port, _ := t.Part("port")
		list = append(list, site.PublishTarget{
			Name: partText(t, "name"), To: partText(t, "to"), Folder: partText(t, "folder"),
			Host: partText(t, "host"), Port: int(port.Number), User: partText(t, "user"),
		})
	}
	return list
}
