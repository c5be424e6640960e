/** Where BFCL's expected calls contradict its own functions, each looked at by hand. docs/audit.md has them as a table. */

/** What is declared, and what is expected or accepted, by `record function argument code`. */
export const KNOWN_FAULTS: ReadonlyMap<string, string> = new Map([
  ['simple_python_17 get_prime_factors formatted missing-required', 'required, and accepted as left out'],
  [
    'simple_python_149 get_stock_price company_names wrong-type',
    'one accepted list has lists of one name where the items are strings',
  ],
  ['simple_python_200 calculate_emissions fuel_efficiency missing-required', 'required, and accepted as left out'],
  ['simple_python_307 game_result.get_winner venue wrong-type', 'a string; true is accepted'],
  [
    'simple_python_358 recipe_search diet out-of-range',
    'an enumeration; abbreviations and other spellings are accepted',
  ],
  [
    'parallel_multiple_12 calculate_voltage_difference permeability unknown-argument',
    'declared for another function of the record only',
  ],
  [
    'parallel_multiple_21 linear_regression_fit x wrong-type',
    'a list of numbers; an expression in Python is expected, as a string',
  ],
  ['parallel_multiple_21 linear_regression_fit y wrong-type', 'as x'],
  ['parallel_multiple_26 bank.calculate_balance type unknown-argument', 'not declared'],
  ['parallel_multiple_87 kinematics.distance initial_velocity missing-required', 'required, and accepted as left out'],
  ['parallel_multiple_94 sort_list elements wrong-type', 'a list of integers; names of fruit are expected'],
  [
    'parallel_multiple_119 league_stats.get_top_scorer league_name missing-required',
    'required, and accepted as left out',
  ],
  ['parallel_multiple_143 find_flute specs out-of-range', 'an enumeration; spellings with hyphens are accepted'],
  [
    'parallel_multiple_173 ecology_data.precipitation_stats time_frame out-of-range',
    'an enumeration; other words for its values are accepted',
  ],
  ['parallel_multiple_194 building.get_dimensions unit out-of-range', 'an enumeration; an abbreviation is accepted'],
  [
    'live_parallel_multiple_2-2-0 ControlAppliance.execute command out-of-range',
    'an enumeration of examples; the second expected command is not among them',
  ],
  ['multi_turn_base_173 close_ticket ticket_id wrong-type', 'an integer; a string is expected'],
  ['exec_parallel_multiple_31 mat_mul matA wrong-type', 'a list of integers; a list of lists is expected'],
  ['exec_parallel_multiple_31 mat_mul matB wrong-type', 'as matA'],
]);
