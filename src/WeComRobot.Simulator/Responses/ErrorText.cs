using System.Collections.Generic;

namespace WeComRobot.Simulator.Responses;

/// <summary>
/// The text that errmsg begins with: as it was reported (service.md#error-codes), or worded after service.md#other-codes.
/// </summary>
internal static class ErrorText
{
    private static readonly Dictionary<int, string> Texts = new()
    {
        [ErrorCode.Ok] = "ok",
        [ErrorCode.SystemBusy] = "system busy",
        [ErrorCode.MediaType] = "invalid media type",
        [ErrorCode.UploadType] = "invalid type parameter",
        [ErrorCode.FileSize] = "invalid file size",
        [ErrorCode.MediaId] = "invalid media_id",
        [ErrorCode.MessageType] = "invalid message type",
        [ErrorCode.ImageSize] = "invalid image size",
        [40033] = "invalid characters",
        [ErrorCode.InvalidParameter] = "invalid param",
        [ErrorCode.EmptyParameter] = "empty parameter",
        [ErrorCode.MissingUrl] = "missing url",
        [ErrorCode.MissingTitle] = "missing title",
        [ErrorCode.RequirePost] = "require POST method",
        [ErrorCode.EmptyMedia] = "empty media data",
        [ErrorCode.EmptyContent] = "empty content",
        [ErrorCode.FileTooLarge] = "file too large",
        [ErrorCode.ContentTooLarge] = "content too large",
        [ErrorCode.VoiceTooLong] = "voice over 60 seconds",
        [ErrorCode.TooManyArticles] = "over 8 articles",
        [ErrorCode.Frequency] = "api freq out of limit",
        [ErrorCode.Concurrency] = "api concurrent out of limit",
        [ErrorCode.CardFieldName] = "missing horizontal_content_list.keyname",
        [ErrorCode.CardUrl] = "missing template_card url",
        [ErrorCode.CardMediaId] = "missing template_card media_id",
        [ErrorCode.CardAppId] = "missing template_card appid",
        [ErrorCode.CardType] = "invalid template_card card_type",
        [ErrorCode.CardTitle] = "missing template_card title",
        [ErrorCode.CardFields] = "horizontal_content_list too long",
        [ErrorCode.CardSections] = "vertical_content_list too long",
        [ErrorCode.CardLinks] = "jump_list too long",
        [ErrorCode.CardImage] = "missing card_image.url",
        [ErrorCode.CardAction] = "invalid card_action",
        [ErrorCode.CardUserId] = "missing horizontal_content_list.userid",
        [ErrorCode.WebhookUrl] = "invalid webhook url",
        [93004] = "robot stopped",
        [93008] = "robot not in the group",
        [ErrorCode.VoiceFormat] = "voice is not amr",
        [ErrorCode.VoiceFrames] = "amr voice not readable",
        [ErrorCode.ImageMd5] = "media md5 not match",
    };

    public static string For(int code) => Texts.GetValueOrDefault(code, "unknown error");
}
