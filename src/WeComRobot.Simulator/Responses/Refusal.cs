namespace WeComRobot.Simulator.Responses;

/// <summary>Why a request is refused: the errcode, and the text that errmsg begins with.</summary>
internal sealed record Refusal(int Code, string Text)
{
    public Refusal(int code)
        : this(code, ErrorText.For(code))
    {
    }

    /// <summary>The path of the field that broke the rule; null if it is not one field. The service does not tell; the page does.</summary>
    public string? Field { get; init; }

    /// <summary>The limit in UTF-8 bytes that was exceeded; null if it was another rule.</summary>
    public int? ByteLimit { get; init; }

    /// <summary>What the field must be, if it is of another kind than the documented one, or out of its range.</summary>
    public ExpectedValue? Expected { get; init; }

    /// <summary>What is wrong with a body that is no JSON in UTF-8; null if that cannot be told, or if it was another rule.</summary>
    public BodyMistake? BodyMistake { get; init; }

    /// <summary>How an upload is told that its key is unknown.</summary>
    public static Refusal UnknownUploadKey { get; } = new(ErrorCode.InvalidParameter, "invalid param 'key'");

    public static Refusal InvalidParameter(string name, ExpectedValue expected) =>
        new(ErrorCode.InvalidParameter, $"invalid param '{name}'") { Field = name, Expected = expected };

    public static Refusal TooLong(string name, int limit) =>
        new(ErrorCode.InvalidParameter, $"{name} exceed max length {limit}") { Field = name, ByteLimit = limit };
}
