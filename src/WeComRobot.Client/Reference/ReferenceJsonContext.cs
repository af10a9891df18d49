using System.Text.Json.Serialization;

namespace WeComRobot.Reference;

/// <summary>The serializers of the data files, generated at build time.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ErrorCodeEntry[]))]
[JsonSerializable(typeof(AgentEntry[]))]
[JsonSerializable(typeof(ApiLimitEntry[]))]
internal sealed partial class ReferenceJsonContext : JsonSerializerContext;
