namespace WeComRobot.Simulator.Responses;

/// <summary>The error codes of the service that the simulator returns.</summary>
internal static class ErrorCode
{
    public const int Ok = 0;
    public const int SystemBusy = -1;
    public const int MediaType = 40004;
    public const int UploadType = 40005;
    public const int FileSize = 40006;
    public const int MediaId = 40007;
    public const int MessageType = 40008;
    public const int ImageSize = 40009;
    public const int InvalidParameter = 40058;
    public const int EmptyParameter = 40063;
    public const int MissingUrl = 41010;
    public const int MissingTitle = 41016;
    public const int RequirePost = 43002;
    public const int EmptyMedia = 44001;
    public const int EmptyContent = 44004;
    public const int FileTooLarge = 45001;
    public const int ContentTooLarge = 45002;
    public const int VoiceTooLong = 45007;
    public const int TooManyArticles = 45008;
    public const int Frequency = 45009;
    public const int Concurrency = 45033;
    public const int CardFieldName = 42027;
    public const int CardUrl = 42028;
    public const int CardMediaId = 42029;
    public const int CardAppId = 42030;
    public const int CardType = 42031;
    public const int CardTitle = 42033;
    public const int CardFields = 42035;
    public const int CardSections = 42036;
    public const int CardLinks = 42042;
    public const int CardImage = 42044;
    public const int CardAction = 42045;
    public const int CardUserId = 42050;
    public const int WebhookUrl = 93000;
    public const int VoiceFormat = 301016;
    public const int VoiceFrames = 301017;
    public const int ImageMd5 = 301019;
}
