/*
 * Loaded into the app by the end-to-end tests (LD_PRELOAD): writes down where any of its processes connects or sends to, whose
 * name it looks up, and where it listens. Chromium, Node and the databases all go through these functions of the C library.
 * A line each in $PARLANCE_SOCKET_LOG: "tcp 127.0.0.1 8080", "udp 192.0.2.1 53", "name example.com 0", "listen 127.0.0.1 9000".
 * Nobody listens at the ports in $PARLANCE_CLOSED_PORTS, as "8000,8080": not another test, and no program of the developer's.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

/* The function of the C library, looked up once. */
#define REAL(name)                                                         \
  ({                                                                       \
    static typeof(&name) real;                                             \
    if (real == NULL) real = (typeof(&name))dlsym(RTLD_NEXT, #name);       \
    real;                                                                  \
  })

/* Datagram sockets that have a peer: nothing is sent by connecting them, so they are noted when something is. */
#define MAX_FD 65536
static unsigned char is_datagram[MAX_FD];

static void write_line(const char *kind, const char *host, int port) {
  const char *path = getenv("PARLANCE_SOCKET_LOG");
  if (path == NULL) return;
  int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
  if (fd < 0) return;
  char line[512];
  int length = snprintf(line, sizeof line, "%s %s %d\n", kind, host, port);
  /* One write for a line: other processes append to the same file. */
  if (length > 0 && length < (int)sizeof line) (void)!REAL(write)(fd, line, (size_t)length);
  close(fd);
}

static void note(const char *kind, const struct sockaddr *address) {
  char host[INET6_ADDRSTRLEN] = "";
  int saved = errno;
  if (address != NULL && address->sa_family == AF_INET) {
    const struct sockaddr_in *ip = (const struct sockaddr_in *)address;
    inet_ntop(AF_INET, &ip->sin_addr, host, sizeof host);
    write_line(kind, host, ntohs(ip->sin_port));
  } else if (address != NULL && address->sa_family == AF_INET6) {
    const struct sockaddr_in6 *ip = (const struct sockaddr_in6 *)address;
    inet_ntop(AF_INET6, &ip->sin6_addr, host, sizeof host);
    write_line(kind, host, ntohs(ip->sin6_port));
  }
  errno = saved;
}

static const char *kind_of(int fd) {
  int type = 0;
  socklen_t length = sizeof type;
  int saved = errno;
  int failed = getsockopt(fd, SOL_SOCKET, SO_TYPE, &type, &length);
  errno = saved;
  return failed == 0 && type == SOCK_STREAM ? "tcp" : "udp";
}

static void note_peer(int fd) {
  if (fd < 0 || fd >= MAX_FD || !is_datagram[fd]) return;
  struct sockaddr_storage peer;
  socklen_t length = sizeof peer;
  is_datagram[fd] = 0;
  /* The number may be another socket's by now. */
  if (strcmp(kind_of(fd), "udp") != 0) return;
  if (getpeername(fd, (struct sockaddr *)&peer, &length) == 0) note("udp", (struct sockaddr *)&peer);
}

static int is_closed(const struct sockaddr *address) {
  int port = ntohs(((const struct sockaddr_in *)address)->sin_port); /* Stands where an IPv6 address has it, too. */
  const char *ports = getenv("PARLANCE_CLOSED_PORTS");
  while (ports != NULL && *ports != '\0') {
    if (atoi(ports) == port) return 1;
    ports = strchr(ports, ',');
    if (ports != NULL) ports += 1;
  }
  return 0;
}

int connect(int fd, const struct sockaddr *address, socklen_t length) {
  int is_inet = address != NULL && (address->sa_family == AF_INET || address->sa_family == AF_INET6);
  if (is_inet) {
    const char *kind = kind_of(fd);
    if (strcmp(kind, "tcp") == 0) {
      note(kind, address);
      if (is_closed(address)) {
        errno = ECONNREFUSED;
        return -1;
      }
    } else if (fd >= 0 && fd < MAX_FD) is_datagram[fd] = 1;
  }
  return REAL(connect)(fd, address, length);
}

ssize_t sendto(int fd, const void *bytes, size_t count, int flags, const struct sockaddr *to, socklen_t length) {
  if (to != NULL) note(kind_of(fd), to);
  else note_peer(fd);
  return REAL(sendto)(fd, bytes, count, flags, to, length);
}

ssize_t sendmsg(int fd, const struct msghdr *message, int flags) {
  if (message != NULL && message->msg_name != NULL) note(kind_of(fd), message->msg_name);
  else note_peer(fd);
  return REAL(sendmsg)(fd, message, flags);
}

int sendmmsg(int fd, struct mmsghdr *messages, unsigned int count, int flags) {
  for (unsigned int at = 0; at < count; at++)
    if (messages[at].msg_hdr.msg_name != NULL) note(kind_of(fd), messages[at].msg_hdr.msg_name);
  note_peer(fd);
  return REAL(sendmmsg)(fd, messages, count, flags);
}

ssize_t send(int fd, const void *bytes, size_t count, int flags) {
  note_peer(fd);
  return REAL(send)(fd, bytes, count, flags);
}

ssize_t write(int fd, const void *bytes, size_t count) {
  note_peer(fd);
  return REAL(write)(fd, bytes, count);
}

ssize_t writev(int fd, const struct iovec *parts, int count) {
  note_peer(fd);
  return REAL(writev)(fd, parts, count);
}

int listen(int fd, int backlog) {
  struct sockaddr_storage own;
  socklen_t length = sizeof own;
  int answer = REAL(listen)(fd, backlog);
  if (answer == 0 && getsockname(fd, (struct sockaddr *)&own, &length) == 0) note("listen", (struct sockaddr *)&own);
  return answer;
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **found) {
  unsigned char address[sizeof(struct in6_addr)];
  int is_name = node != NULL && inet_pton(AF_INET, node, address) != 1 && inet_pton(AF_INET6, node, address) != 1;
  if (is_name) write_line("name", node, 0);
  return REAL(getaddrinfo)(node, service, hints, found);
}
