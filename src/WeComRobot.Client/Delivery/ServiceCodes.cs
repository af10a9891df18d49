namespace WeComRobot.Delivery;

/// <summary>The errcodes that have a row of their own in the outcome table (service.md#error-codes).</summary>
internal static class ServiceCodes
{
    public const int SystemBusy = -1;
    public const int InvalidMedia = 40007;
    public const int RateLimit = 45009;
    public const int Concurrency = 45033;
    public const int InvalidWebhook = 93000;
    public const int RobotStopped = 93004;
    public const int NotInGroup = 93008;
}
