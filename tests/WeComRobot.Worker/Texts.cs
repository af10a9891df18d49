using System.Threading.Tasks;
using WeComRobot.Delivery;
using WeComRobot.Messages;

namespace WeComRobot.Worker;

/// <summary>Sends without the outbox.</summary>
internal static class Texts
{
    public static async Task SendAsync(RobotClient client, Arguments arguments)
    {
        foreach (var text in arguments.Texts)
        {
            arguments.Steps.Say("sending " + text);
            try
            {
                var receipt = await client.SendAsync(arguments.Robot, CreateMessage(text), arguments.Options);
                arguments.Steps.Say($"sent {text} {receipt.Attempts}");
            }
            catch (WeComException error)
            {
                arguments.Steps.Say($"failed {text} {error.ErrorId} {error.Message}");
            }
        }
    }

    public static TextMessage CreateMessage(string text) => new() { Text = new() { Content = text } };
}
