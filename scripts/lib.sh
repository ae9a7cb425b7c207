# SPDX-License-Identifier: GPL-3.0-or-later
#
# What scripts/run and scripts/test share; read with “.”, after “root” was set to the top of the tree.

# build_in FOLDER [MESON-OPTION…]: configures the folder where that is still to be done, and builds it.
build_in ()
{
  folder=$1
  shift
  if [ -f "$folder/build.ninja" ] && grep -q -F "\"source\": \"$root\"" "$folder/meson-info/meson-info.json"; then
    if [ $# -gt 0 ] && [ "$(cat "$folder/.options" 2>/dev/null)" != "$*" ]; then
      meson configure "$folder" "$@" || return 1
    fi
  else
    # half made, or configured for a tree that was copied or mounted elsewhere
    rm -rf "$folder"
    meson setup "$folder" "$root" "$@" || return 1
  fi
  echo "$*" > "$folder/.options"
  ninja -C "$folder"
}
