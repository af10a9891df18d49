namespace WeComRobot.Text;

/// <summary>The classes of code points that Unicode's rules for character boundaries tell apart (UAX #29, Grapheme_Cluster_Break).</summary>
internal enum GraphemeClass : byte
{
    Other,
    Control,
    Extend,

    /// <summary>A mark that joins the consonants of Indian scripts (rule GB9c), and otherwise an <see cref="Extend"/>.</summary>
    Linker,
    Zwj,
    RegionalIndicator,
    Prepend,
    SpacingMark,

    /// <summary>The first letter of a Hangul syllable.</summary>
    L,

    /// <summary>The vowel of a Hangul syllable.</summary>
    V,

    /// <summary>The letter that closes a Hangul syllable.</summary>
    T,

    /// <summary>A Hangul syllable without a closing letter.</summary>
    LV,

    /// <summary>A Hangul syllable with a closing letter.</summary>
    LVT,
    Pictographic,
    Consonant,
}
