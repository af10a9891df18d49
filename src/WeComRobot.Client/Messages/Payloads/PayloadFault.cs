using System.Linq;
using System.Text.Json;

namespace WeComRobot.Messages.Payloads;

/// <summary>The errors of a payload that does not fit: which field, what it must be, what was given.</summary>
internal static class PayloadFault
{
    // Shorter than a key
    private const int MaxQuoted = 32;

    public static WeComException Invalid(string what) => new(FailureCause.InvalidMessage, what, Strings.PayloadRemedy);

    public static WeComException UnknownField(string path, PayloadShape shape) => Invalid(Strings.PayloadFieldUnknown.With(path, Names(shape)));

    public static WeComException WrongType(JsonElement value, PayloadShape shape, string path) => new(
        FailureCause.InvalidMessage,
        Strings.PayloadWrongType.With(path, Wanted(shape), Given(value)),
        shape.Kind == PayloadKind.Object && value.ValueKind == JsonValueKind.String ? Advice.Get(nameof(Strings.AdviseObjectItself)) : Strings.PayloadRemedy);

    private static string Wanted(PayloadShape shape) => shape.Kind switch
    {
        PayloadKind.Number => Strings.WantedNumber,
        PayloadKind.WholeNumber => Strings.WantedWholeNumber,
        PayloadKind.Object => Strings.ObjectWithFields.With(Names(shape)),
        _ => Strings.WantedText,
    };

    private static string Given(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => Strings.GivenList.With(value.GetArrayLength()),
        JsonValueKind.Object when value.EnumerateObject().Any() => Strings.ObjectWithFields.With(string.Join(", ", value.EnumerateObject().Select(p => p.Name))),
        JsonValueKind.String when PayloadText.Read(value) is not { } => Strings.GivenBrokenText,
        JsonValueKind.String when PayloadText.Read(value) is { Length: > MaxQuoted } text => Strings.GivenLongText.With(text.Length),
        JsonValueKind.String => Strings.GivenText.With(PayloadText.Read(value)),
        _ => value.GetRawText(),
    };

    private static string Names(PayloadShape shape) => string.Join(", ", shape.Fields.Keys);
}
