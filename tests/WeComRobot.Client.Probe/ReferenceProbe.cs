using System;
using System.Linq;
using System.Text;
using System.Threading.Tasks;
using WeComRobot.Reference;

namespace WeComRobot.Client.Probe;

/// <summary>Writes the entries of the reference data, each in Base64 on a line of its own.</summary>
internal static class ReferenceProbe
{
    public static Task RunAsync()
    {
        var lines = ErrorCodes.All.Select(info => info.Meaning + info.Remedy)
            .Concat(Agents.All.Select(agent => agent.Id + agent.Name + string.Concat<DocumentLink>(agent.Api)))
            .Concat(ApiLimits.All.Select(limit => limit.ToString()));
        foreach (var line in lines)
        {
            Console.WriteLine(Convert.ToBase64String(Encoding.UTF8.GetBytes(line)));
        }

        return Task.CompletedTask;
    }
}
