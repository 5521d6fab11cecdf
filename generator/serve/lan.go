package serve

import (
	"errors"
	"net"
	"strconv"
	"sync"
)

// ErrNoNetwork tells that this machine is in no local network, or not at the address that was named.
var ErrNoNetwork = errors.New("there is no local network at this address")

// listenLAN listens for guests at ip, or, if that is empty, where this machine is in its local network: on port if it is free there, else on another. An
// address that the whole internet can reach is never listened on.
func listenLAN(ip string, port int) (net.Listener, error) {
	addresses := []net.IP{net.ParseIP(ip)}
	if ip == "" {
		addresses = localAddresses()
	}
	var failed error = ErrNoNetwork
	for _, a := range addresses {
		if !local(a) {
			continue
		}
		for _, p := range []int{port, 0} {
			l, err := net.Listen("tcp", net.JoinHostPort(a.String(), strconv.Itoa(p)))
			if err == nil {
				return &bounded{Listener: l, slots: make(chan struct{}, connectionsAtMost)}, nil
			}
			failed = errors.Join(ErrNoNetwork, err)
		}
	}
	return nil, &ListenError{Addr: ip, Err: failed}
}

// local tells whether only a local network reaches an address, or this machine alone.
func local(ip net.IP) bool {
	return ip != nil && (ip.IsPrivate() || ip.IsLoopback() || ip.To4() != nil && ip.IsLinkLocalUnicast())
}

// localAddresses are those of this machine in local networks. That from which it reaches the world comes first: the others are, as a rule, networks of
// machines inside this machine.
func localAddresses() (list []net.IP) {
	for _, world := range []string{"192.0.2.1:9", "[2001:db8::1]:9"} { // addresses of examples; nothing is sent
		if c, err := net.Dial("udp", world); err == nil {
			list = append(list, c.LocalAddr().(*net.UDPAddr).IP)
			c.Close()
		}
	}
	faces, err := net.Interfaces()
	if err != nil {
		return list
	}
	for _, f := range faces {
		if f.Flags&net.FlagUp == 0 || f.Flags&(net.FlagLoopback|net.FlagPointToPoint) != 0 {
			continue
		}
		addresses, err := f.Addrs()
		if err != nil {
			continue
		}
		for _, a := range addresses {
			if n, ok := a.(*net.IPNet); ok && n.IP.To4() != nil {
				list = append(list, n.IP)
			}
		}
	}
	return list
}

// connectionsAtMost is how many connections guests and strangers may hold: what they do takes nothing from the author, who comes in through another door.
const connectionsAtMost = 256

// bounded accepts no more connections than there are slots.
type bounded struct {
	net.Listener
	slots chan struct{}
}

// Accept closes at once what there is no slot for.
func (b *bounded) Accept() (net.Conn, error) {
	for {
		conn, err := b.Listener.Accept()
		if err != nil {
			return nil, err
		}
		select {
		case b.slots <- struct{}{}:
			return &slotted{Conn: conn, leave: sync.OnceFunc(func() { <-b.slots })}, nil
		default:
			conn.Close()
		}
	}
}

// slotted is a connection that gives its slot back.
type slotted struct {
	net.Conn
	leave func()
}

// Close ends the connection.
func (c *slotted) Close() error {
	defer c.leave()
	return c.Conn.Close()
}
