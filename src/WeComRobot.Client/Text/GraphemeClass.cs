namespace WeComRobot.Text;

/// <summary>What Unicode's rules for the boundaries between characters tell apart (UAX #29, Grapheme_Cluster_Break).</summary>
internal enum GraphemeClass : byte
{
    Other,
    Control,
    Extend,

    /// <summary>Joins the consonants of Indian scripts (rule GB9c); else as <see cref="Extend"/>.</summary>
    Linker,
    Zwj,
    RegionalIndicator,
    Prepend,
    SpacingMark,

    /// <summary>The first letter of a Hangul syllable.</summary>
    L,

    /// <summary>Its vowel.</summary>
    V,

    /// <summary>What closes it.</summary>
    T,

    /// <summary>A syllable without a closing letter.</summary>
    LV,

    /// <summary>A syllable with one.</summary>
    LVT,
    Pictographic,
    Consonant,
}
