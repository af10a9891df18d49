using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Requests;

/// <summary>A request to <c>/cgi-bin/*</c> that was read to its end.</summary>
/// <param name="Robot">The robot of its key, null where there is none.</param>
/// <param name="Body">Null where it was longer than is kept.</param>
/// <param name="Crowded">Whether too many others to that robot were in flight.</param>
internal sealed record CgiRequest(HttpRequest Http, Robot? Robot, byte[]? Body, bool Crowded)
{
    // The header as it came: a quoted boundary must stay quoted
    public string ContentType => Http.ContentType ?? "";

    public bool IsPost => HttpMethods.IsPost(Http.Method);

    public string Query(string name) => Http.Query[name].ToString();
}
