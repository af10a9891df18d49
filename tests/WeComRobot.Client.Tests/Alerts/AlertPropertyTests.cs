using System.Threading.Tasks;
using Xunit;

namespace WeComRobot.Client.Tests.Alerts;

/// <summary>Random sequences of calls, failures, quiet hours and time: the group reads what the model says, and what must always hold does.</summary>
public class AlertPropertyTests
{
    [Fact]
    public async Task Ten_thousand_sequences()
    {
        for (var seed = 0; seed < 10_000; seed++)
        {
            using var sequence = new AlertSequence(seed);
            await sequence.RunAsync();
        }
    }
}
