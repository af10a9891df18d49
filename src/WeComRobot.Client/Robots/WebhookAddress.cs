using System;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace WeComRobot.Robots;

/// <summary>
/// The address of one robot, and the only place that holds its key (architecture.md#the-key-never-appears). Every textual and serialised
/// form shows the host and the key's fingerprint.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class WebhookAddress
{
    private static readonly Uri OfficialHost = new("https://qyapi.weixin.qq.com/");

    private readonly Uri _folder;
    private readonly string _key;
    private readonly string _shown;

    // Only texts from elsewhere are searched, and most messages meet none
    private readonly Lazy<Regex> _plain;
    private readonly Lazy<KeySearch> _search;

    private WebhookAddress(Uri folder, string key)
    {
        _folder = folder;
        _key = key;
        _plain = new(() => new(Regex.Escape(key), RegexOptions.CultureInvariant | RegexOptions.IgnoreCase));
        _search = new(() => new(key));
        KeyHash = HexHash.Sha256(key);
        _shown = $"{Host} (key #{Fingerprint})";
    }

    /// <summary>The host of the service, without path and key.</summary>
    public string Host => _folder.IsDefaultPort ? _folder.Host : $"{_folder.Host}:{_folder.Port}";

    /// <summary>Identifies the key without showing it: the first 8 hexadecimal digits of its SHA-256.</summary>
    public string Fingerprint => KeyHash.Substring(0, 8);

    /// <summary>The whole SHA-256, which identifies the key's rate window and cached uploads.</summary>
    internal string KeyHash { get; }

    /// <summary>Reads a webhook URL of any host, or a bare key of the official service.</summary>
    /// <param name="text">The URL (https, or http to a loopback address) or the 36-character key; blanks and line breaks around it are ignored.</param>
    /// <param name="baseUri">
    /// What replaces <c>https://qyapi.weixin.qq.com</c>, with or without a path; the API's own path is added. Defaults to
    /// the URL's own address, or the official one for a key.
    /// </param>
    /// <param name="allowHttp">Whether plain http to another machine is allowed.</param>
    /// <exception cref="WeComException">InvalidAddress, with the reason and without the key.</exception>
    public static WebhookAddress Parse(string text, Uri? baseUri = null, bool allowHttp = false)
    {
        text = Trim(text);
        var (folder, key) = LooksLikeUrl(text) ? WebhookUrl.Parse(text, allowHttp)
            : WebhookKey.HasShape(text) ? (WebhookUrl.AppendApiPath(OfficialHost), text)
            : throw WebhookKey.CreateError(text);
        if (baseUri is not null)
        {
            WebhookUrl.CheckBase(baseUri, allowHttp);
            folder = WebhookUrl.AppendApiPath(baseUri);
        }

        return new(folder, key);
    }

    /// <summary>Whether a text is meant as an address: a URL, or a key of 36 characters. Anything else is a robot's name.</summary>
    internal static bool LooksLikeAddress(string text) => LooksLikeUrl(text) || WebhookKey.HasShape(text);

    /// <summary>The text without the blanks, line breaks and invisible characters that pasting, files and vaults leave around it.</summary>
    internal static string Trim(string text)
    {
        var (start, end) = (0, text.Length);
        while (start < end && IsInvisible(text[start]))
        {
            start++;
        }

        while (end > start && IsInvisible(text[end - 1]))
        {
            end--;
        }

        return text.Substring(start, end - start);
    }

    /// <summary>Masks whatever could be a key, or a password in a URL, in a text from elsewhere, such as a command line.</summary>
    internal static string Mask(string text) => WebhookKey.Mask(text);

    /// <summary>Creates the address that messages are posted to. It is created for each request, so that no readable URL stays in memory.</summary>
    internal Uri CreateSendUri() => new($"{_folder.AbsoluteUri}send?key={_key}");

    /// <summary>Creates the address that files are posted to (service.md#uploads).</summary>
    internal Uri CreateUploadUri(string type) => new($"{_folder.AbsoluteUri}upload_media?key={_key}&type={type}");

    /// <summary>Masks the key in a text from elsewhere, such as an answer; masks the whole text if it contains the key in another form.</summary>
    internal string Redact(string text)
    {
        var shown = _plain.Value.Replace(text, "***");
        return _search.Value.Finds(shown) ? "***" : shown;
    }

    /// <summary>The robot as it may be shown.</summary>
    public override string ToString() => _shown;

    private static bool LooksLikeUrl(string text) => text.Contains("://");

    private static bool IsInvisible(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || char.GetUnicodeCategory(c) == UnicodeCategory.Format;
}
