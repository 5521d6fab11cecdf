//go:build !unix

package generator

// withoutWaiting is nothing: here no pipe lies in a folder.
const withoutWaiting = 0
