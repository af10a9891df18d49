namespace WeComRobot.Delivery;

/// <summary>A file that was not uploaded, whatever was tried. The message that carries it was not posted.</summary>
internal sealed class UploadFailure(CallFailure failure) : CallFailure(failure, failure.What);
