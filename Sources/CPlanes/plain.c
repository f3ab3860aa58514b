#define TARGET
#define TABLE planes_plain_table
#include "bodies.h"
