using System;
using System.Linq;
using System.Text.RegularExpressions;

namespace WeComRobot.Robots;

/// <summary>
/// Parses a webhook URL, and says what is wrong with it. Errors show scheme and host only: in a malformed URL the key can be anywhere.
/// </summary>
internal static class WebhookUrl
{
    private const string SendSegment = "/send";
    private const string SmartSheetPath = "/wedoc/smartsheet/webhook";

    /// <summary>What follows the service's host (service.md#the-webhook).</summary>
    private const string ApiPath = "cgi-bin/webhook/";

    private static readonly Regex ApiPathAtEnd = new(@"/cgi-bin(/webhook(/send|/upload_media)?)?/?\z", RegexOptions.CultureInvariant);

    /// <summary>The folder of the API that the URL leads to, and the key in it.</summary>
    /// <exception cref="WeComException">InvalidAddress, with the reason and without the key.</exception>
    public static (Uri Folder, string Key) Parse(string text, bool allowHttp)
    {
        if (text.Any(c => char.IsControl(c) || char.IsWhiteSpace(c)))
        {
            throw WebhookKey.CreateError(text);
        }

        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
        {
            throw Invalid(Strings.AddressNotUrl);
        }

        CheckTransport(uri, allowHttp, Strings.AddressRemedy);
        if (uri.AbsolutePath.TrimEnd('/').EndsWith(SmartSheetPath, StringComparison.OrdinalIgnoreCase))
        {
            throw Invalid(Strings.AddressSmartSheet.With(ShowHost(uri)));
        }

        if (!uri.AbsolutePath.EndsWith(SendSegment, StringComparison.Ordinal))
        {
            throw Invalid(Strings.AddressOtherApi.With(ShowHost(uri)));
        }

        return (new Uri(uri, "."), ReadKey(uri));
    }

    /// <summary>The folder of the API, <c>cgi-bin/webhook/</c>, below an address that replaces the service's host.</summary>
    public static Uri AppendApiPath(Uri baseUri) => new(baseUri.AbsoluteUri.TrimEnd('/') + "/" + ApiPath);

    /// <summary>Checks an address that is to replace the service's host.</summary>
    /// <exception cref="WeComException">InvalidAddress: it is not an absolute https URL, or already contains the API's path.</exception>
    public static void CheckBase(Uri baseUri, bool allowHttp)
    {
        if (!baseUri.IsAbsoluteUri || baseUri.Host.Length == 0 || baseUri.Query.Length > 0 || baseUri.Fragment.Length > 0)
        {
            throw new WeComException(FailureCause.InvalidAddress, Strings.BaseUriInvalid);
        }

        CheckTransport(baseUri, allowHttp, Strings.BaseUriRemedy);
        if (ApiPathAtEnd.IsMatch(baseUri.AbsolutePath))
        {
            throw new WeComException(FailureCause.InvalidAddress, Strings.BaseUriHasApiPath, Strings.BaseUriWithoutApiPath);
        }
    }

    private static void CheckTransport(Uri uri, bool allowHttp, string remedy)
    {
        if (uri.Scheme != Uri.UriSchemeHttps && !(uri.Scheme == Uri.UriSchemeHttp && (allowHttp || uri.IsLoopback)))
        {
            throw new WeComException(FailureCause.InvalidAddress, Strings.AddressNotHttps.With(uri.Scheme, ShowHost(uri)), remedy);
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new WeComException(FailureCause.InvalidAddress, Strings.AddressHasUserInfo.With(ShowHost(uri)), remedy);
        }
    }

    private static string ReadKey(Uri uri)
    {
        var parameters = uri.Query.TrimStart('?').Split('&').Select(p => p.Split(['='], 2)).ToArray();
        var foreign = parameters.FirstOrDefault(p => p[0] is not ("key" or ""));
        var keys = parameters.Where(p => p[0] == "key").ToArray();
        if (keys.Length != 1 || keys[0].Length != 2 || keys[0][1].Length == 0)
        {
            throw Invalid(Strings.AddressLacksKey.With(ShowHost(uri)));
        }

        if (foreign is not null)
        {
            throw Invalid(Strings.AddressHasForeignParameter.With(IsWord(foreign[0]) ? foreign[0] : "***"));
        }

        return WebhookKey.IsPlain(keys[0][1]) ? keys[0][1] : throw Invalid(Strings.AddressKeyHasForeignCharacter);
    }

    private static string ShowHost(Uri uri) => WebhookKey.Mask(uri.Host);

    private static bool IsWord(string name) => name.Length <= 12 && name.All(char.IsLetter);

    private static WeComException Invalid(string reason) => new(FailureCause.InvalidAddress, reason, Strings.AddressRemedy);
}
