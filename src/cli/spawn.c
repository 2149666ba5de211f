#include "cli/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

enum { STATUS_NOT_RUN = 127 };

static const char *editor(void)
{
    static const char *const names[] = {"VISUAL", "EDITOR"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const char *value = getenv(names[i]);
        if (value != NULL && value[strspn(value, " \t")] != '\0')
            return value;
    }
    return "vi";
}

/* The command's words, then the file's path, then NULL. */
static char **split(tvx_arena *arena, const char *command, const char *path)
{
    char **words = tvx_arena_new(arena, strlen(command) + 3, sizeof *words);
    size_t n = 0;
    for (const char *at = command + strspn(command, " \t"); words != NULL && *at != '\0';) {
        size_t length = strcspn(at, " \t");
        if ((words[n++] = tvx_arena_slice(arena, at, length)) == NULL)
            return NULL;
        at += length;
        at += strspn(at, " \t");
    }
    return words != NULL && (words[n] = tvx_arena_text(arena, path)) != NULL ? words : NULL;
}

/* --- signals that the terminal sends are for the editor alone --- */

typedef struct signals {
    struct sigaction interrupt, quit;
} signals;

static void leave_signals(signals *kept)
{
    struct sigaction ignored = {.sa_handler = SIG_IGN};
    sigemptyset(&ignored.sa_mask);
    sigaction(SIGINT, &ignored, &kept->interrupt);
    sigaction(SIGQUIT, &ignored, &kept->quit);
}

static void take_signals(const signals *kept)
{
    sigaction(SIGINT, &kept->interrupt, NULL);
    sigaction(SIGQUIT, &kept->quit, NULL);
}

/* --- running it --- */

/* In the child: returns never. The pipe tells why it cannot be run; it closes if it is. */
static void become(char **words, int tell, const signals *kept)
{
    take_signals(kept);
    execvp(words[0], words);
    int reason = errno;
    ssize_t told = write(tell, &reason, sizeof reason);
    (void)told;
    _exit(STATUS_NOT_RUN);
}

static int wait_for(pid_t child, int *status)
{
    pid_t done;
    do
        done = waitpid(child, status, 0);
    while (done < 0 && errno == EINTR);
    return done < 0 ? errno : 0;
}

/* errno of what went wrong before the program ran, 0 if it did; then its status. */
static int run(char **words, int *status)
{
    int pipes[2], reason = 0;
    signals kept;
    if (pipe(pipes) != 0)
        return errno;
    fcntl(pipes[1], F_SETFD, FD_CLOEXEC);
    leave_signals(&kept);
    pid_t child = fork();
    if (child == 0)
        become(words, pipes[1], &kept);
    reason = child < 0 ? errno : 0;
    close(pipes[1]);
    if (child > 0 && read(pipes[0], &reason, sizeof reason) != (ssize_t)sizeof reason)
        reason = 0;
    close(pipes[0]);
    int waiting = child > 0 ? wait_for(child, status) : 0;
    take_signals(&kept);
    return reason != 0 ? reason : waiting;
}

int tvx_cli_spawn_editor(tvx_cli *cli, const char *path, tvx_error *error)
{
    const char *command = editor();
    char **words = split(&cli->arena, command, path);
    int status = 0, rc = TVX_OK;
    if (words == NULL)
        return tvx_fail_memory(error);
    fflush(cli->out);
    fflush(cli->err);
    int reason = run(words, &status);
    if (reason != 0)
        rc = tvx_fail(error, TVX_EIO, "the editor '%s' cannot be run: %s", command,
                      strerror(reason));
    else if (WIFSIGNALED(status))
        rc = tvx_fail(error, TVX_EIO, "the editor '%s' was ended by signal %d", command,
                      WTERMSIG(status));
    else if (WEXITSTATUS(status) != 0)
        rc = tvx_fail(error, TVX_EIO, "the editor '%s' failed with status %d", command,
                      WEXITSTATUS(status));
    return rc;
}
