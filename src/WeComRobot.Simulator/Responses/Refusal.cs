namespace WeComRobot.Simulator.Responses;

/// <summary>Why a request is refused: the errcode, and the text that errmsg begins with.</summary>
internal sealed record Refusal(int Code, string Text)
{
    public Refusal(int code)
        : this(code, ErrorText.For(code))
    {
    }

    public static Refusal InvalidParameter(string name) => new(ErrorCode.InvalidParameter, $"invalid param '{name}'");

    public static Refusal TooLong(string name, int limit) =>
        new(ErrorCode.InvalidParameter, $"{name} exceed max length {limit}");
}
