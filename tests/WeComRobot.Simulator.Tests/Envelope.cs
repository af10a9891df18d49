using System.Text.Json;

namespace WeComRobot.Simulator.Tests;

/// <summary>An answer of the service.</summary>
internal sealed record Envelope(int ErrCode, string ErrMsg, JsonElement Json)
{
    public static Envelope Parse(string json)
    {
        var root = JsonDocument.Parse(json).RootElement;
        return new Envelope(root.GetProperty("errcode").GetInt32(), root.GetProperty("errmsg").GetString()!, root);
    }

    public string Field(string name) => Json.GetProperty(name).GetString()!;
}
