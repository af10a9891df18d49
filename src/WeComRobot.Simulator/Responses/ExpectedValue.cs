using System.Text.Json;

namespace WeComRobot.Simulator.Responses;

/// <summary>What a field must be. The service does not tell; the page does.</summary>
/// <param name="Rule">The name of the rule in the texts of the page.</param>
/// <param name="Min">The least value; null if it is no number in a range.</param>
/// <param name="Max">The greatest value; null if it is no number in a range.</param>
internal sealed record ExpectedValue(string Rule, decimal? Min = null, decimal? Max = null)
{
    public static ExpectedValue OfKind(JsonValueKind kind) => new($"kind.{kind}");

    public static ExpectedValue Integer(int min, int max) => new("integer", min, max);

    public static ExpectedValue Decimal(decimal min, decimal max) => new("decimal", min, max);
}
