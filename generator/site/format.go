package site

// Format numbers the way in which content/ is written. It changes only when files that were right would come to mean something else, or nothing; a field or a kind
// more is no other format. The number in site.yaml is that with which a site was made.
const Format = 1
