% SPDX-License-Identifier: BSD-3-Clause
%
% What Octave makes of rand("twister"): generate_tools.py runs this file. A double takes two words; Octave shows no word.
1;

function one(seed, drawn, with_state)
  rand("twister", seed);
  rand(drawn / 2, 1);
  state = rand("twister");
  printf("seed=%d drawn=%d words: none doubles:", seed, drawn);
  for i = 1:3
    printf(" %s", num2hex(rand()));
  endfor
  if (with_state)
    printf(" state:");
    printf(" %d", state);
  else
    printf(" state: none");
  endif
  printf("\n");
endfunction

printf("Octave %s\n", version());
for seed = [0 1 4294967295]
  one(seed, 0, false);
endfor
for drawn = [0 2 1000 1248]
  one(42, drawn, true);
endfor
