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
			Endpoint: partText(t, "endpoint"), Region: partText(t, "region"), Bucket: partText(t, "bucket"), BucketIn: partText(t, "bucket_in"),
			Repository: partText(t, "repository"), Branch: partText(t, "branch"), Author: partText(t, "author"), Email: partText(t, "email"), Message: partText(t, "message"),
			Line: t.Line,
		})
	}
	return list
}

// publicSigns are what looks like somebody's e-mail and is none, or is meant to be seen: the address of a repository (git@example.org:site.git), and of who
// makes its commits.
func publicSigns(targets []site.PublishTarget) []string {
	var list []string
	for _, t := range targets {
		list = append(list, t.Repository, t.Email)
	}
	return list
}
