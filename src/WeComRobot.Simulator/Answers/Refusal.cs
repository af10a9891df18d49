namespace WeComRobot.Simulator.Answers;

/// <summary>Why a request is not accepted: the code, and the text its errmsg begins with.</summary>
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
