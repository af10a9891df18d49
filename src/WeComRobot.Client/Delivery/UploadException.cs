namespace WeComRobot.Delivery;

/// <summary>A file was not uploaded, even after retries. The message that carries it was not posted.</summary>
internal sealed class UploadException(CallException failure) : CallException(failure, failure.What);
