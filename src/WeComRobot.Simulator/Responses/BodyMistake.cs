namespace WeComRobot.Simulator.Responses;

/// <summary>What is wrong with a body that is no JSON in UTF-8, as far as it can be told. The service does not tell; the page does.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="InvalidByte">The number, from 1, of the first byte that is not UTF-8; null if all are.</param>
/// <param name="Beginning">How the text begins in the encoding that it has; null unless that is GBK.</param>
internal sealed record BodyMistake(BodyMistakeKind Kind, int? InvalidByte = null, string? Beginning = null)
{
    /// <summary>Whether it may be JSON, but not in UTF-8 as the service wants it.</summary>
    public bool IsEncoding => Kind is not (BodyMistakeKind.Missing or BodyMistakeKind.Form);
}

/// <summary>A way in which a body is no JSON in UTF-8.</summary>
internal enum BodyMistakeKind
{
    Missing,
    Form,
    ByteOrderMark,
    Utf16,
    Gbk,
    NotUtf8,
}
