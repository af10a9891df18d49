namespace WeComRobot.Messages.Payloads;

/// <summary>The types of cards that only the messages of an application can have, not those of a group robot (service.md#template-cards).</summary>
internal static class ApplicationCard
{
    public static bool IsType(string? cardType) => cardType is "button_interaction" or "vote_interaction" or "multiple_interaction";
}
