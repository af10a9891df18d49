using System.Collections.Generic;

namespace WeComRobot.Simulator.Responses;

/// <summary>What is sent in response to a request.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The Content-Type, unless a header of the fault says otherwise.</param>
/// <param name="Body">The body.</param>
/// <param name="Headers">The headers of the fault.</param>
internal sealed record SentResponse(int Status, string ContentType, byte[] Body, IReadOnlyDictionary<string, string> Headers);
