#include "travaux/cli.h"

int main(int argc, char **argv)
{
    return tvx_cli_run(argc, argv, stdin, stdout, stderr);
}
