using System.Linq;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>Creates the errors about a payload. They name the field, what it must be, and what was given.</summary>
internal static class PayloadError
{
    // Shorter than a key, so that no error shows one
    private const int MaxQuoted = 32;

    public static WeComException Invalid(string text) => new(FailureCause.InvalidMessage, text, Strings.PayloadRemedy);

    public static WeComException WrongType(JsonElement value, PayloadShape shape, string path) => new(
        FailureCause.InvalidMessage,
        Strings.PayloadWrongType.With(path, DescribeExpected(shape), DescribeActual(value)),
        shape.Kind == PayloadKind.Object && value.ValueKind == JsonValueKind.String ? Advice.Get(nameof(Strings.AdviseObjectItself)) : Strings.PayloadRemedy);

    private static string DescribeExpected(PayloadShape shape) => shape.Kind switch
    {
        PayloadKind.Number => Strings.WantedNumber,
        PayloadKind.WholeNumber => Strings.WantedWholeNumber,
        PayloadKind.Object => Strings.ObjectWithFields.With(JoinFields(shape)),
        _ => Strings.WantedText,
    };

    private static string DescribeActual(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => Strings.GivenList.With(value.GetArrayLength()),
        JsonValueKind.Object when value.EnumerateObject().Any() => Strings.ObjectWithFields.With(string.Join(", ", value.EnumerateObject().Select(p => p.Name))),
        JsonValueKind.String when PayloadText.Read(value) is not { } => Strings.GivenBrokenText,
        JsonValueKind.String when PayloadText.Read(value) is { Length: > MaxQuoted } text => Strings.GivenLongText.With(text.Length),
        JsonValueKind.String => Strings.GivenText.With(PayloadText.Read(value)),
        _ => value.GetRawText(),
    };

    private static string JoinFields(PayloadShape shape) => string.Join(", ", shape.Fields.Keys);
}
