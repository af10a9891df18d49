using Microsoft.AspNetCore.Http;
using WeComRobot.Simulator.State;

namespace WeComRobot.Simulator.Requests;

/// <summary>A request to <c>/cgi-bin/*</c> whose body has been read.</summary>
/// <param name="Robot">The robot with the key of the request; null when the key is unknown.</param>
/// <param name="Body">Null when the body exceeds <see cref="RequestBody.MaxBytes"/>.</param>
/// <param name="HasTooManySends">Whether the robot has too many sends in flight.</param>
/// <param name="Accepted">What the log shall say of it if it is a message that is accepted.</param>
internal sealed record CgiRequest(HttpRequest Http, Robot? Robot, byte[]? Body, bool HasTooManySends, ChatEntry Accepted)
{
    // The raw header, as a quoted boundary must stay quoted
    public string ContentType => Http.ContentType ?? "";

    public bool IsPost => HttpMethods.IsPost(Http.Method);

    public string Query(string name) => Http.Query[name].ToString();
}
